"""Which passage of an edited paper is which of the built one."""
