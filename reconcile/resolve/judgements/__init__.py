"""What people put over the resolver: claims, questions and events joined or kept apart, relations, titles, names."""
