"""What somebody changed in Word since a paper was built, tied to the entries that it came from."""
