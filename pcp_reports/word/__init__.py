"""Setting a paper in Word, and reading it back: the only code that knows what a .docx is."""
