"""Who is right where sources differ: the sets, the peers and a made-up newsroom, for benchmarks/advice.py."""
