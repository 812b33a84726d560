"""A posed body in space: bones, and the volumes round them."""
