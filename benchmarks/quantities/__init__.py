"""What `benchmarks/newsquant.py` compares: the benchmark's quantities, ours and those of the peers in its words."""
