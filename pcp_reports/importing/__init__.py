"""Entries made out of what an office already has: papers in Word, grant trackers, 360Giving files."""
