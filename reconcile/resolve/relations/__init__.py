"""How two claims stand to each other: the rules, the figures and statements they compare, and what follows."""
