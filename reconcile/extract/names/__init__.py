"""Who is meant by a name, a title, a pronoun: speakers and how they are known again."""
