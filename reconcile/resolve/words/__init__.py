"""The words of claims and reports made comparable: stems, names, persons, places."""
