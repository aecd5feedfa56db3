"""What somebody changed in Word, and what the figures among it are worth."""
