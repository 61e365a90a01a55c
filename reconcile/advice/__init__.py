"""What is best supported so far: an ordering of the answers to a question of fact, never a verdict."""
