"""Who is asking: encryption and keyed hashes of identifiers, verification, one-time codes."""
