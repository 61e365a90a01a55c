"""Very many claims at once: columns of codes instead of objects, and NumPy instead of loops."""
