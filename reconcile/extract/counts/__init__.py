"""What a figure counts or measures: noun, attribute, population, parts, manner."""
