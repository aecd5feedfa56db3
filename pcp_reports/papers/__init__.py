"""Papers that others wrote, read out of whatever file they are kept in: Word, plain text, Markdown, PDF."""
