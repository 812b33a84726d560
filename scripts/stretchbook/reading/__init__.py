"""From YAML to the typed model. Nobody else sees raw values of an author's files."""
