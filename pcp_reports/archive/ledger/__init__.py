"""The ledger beside the archive: one small file a version, each bearing the digest of the one before."""
