"""The command line: parse, call one function, show its result. The only code that prints, exits, reads clock or environment."""
