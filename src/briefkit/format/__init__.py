"""The format of briefs and volumes: questions, schema, model; what conforms of a draft becomes the model."""
