"""The format of briefs and volumes: questions, schema, model; drafts that conform become the model."""
