"""Putting a version into the archive so that nothing is ever lost: one writer, one order of steps, one way back."""
