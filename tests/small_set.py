"""A question set of two questions, as a house may write it."""

SET = """\
name: small
title: A small set
version: 2
changes:
  - version: 2
    changed: Options say how certain they are.
head: [subject]
choices:
  certainty:
    name: Certainty
    values:
      high:
        meaning: More research would not change it.
      low:
        meaning: It may well change.
questions:
  - key: problem
    letter: P
    name: Problem
    wording: What is the problem?
    point: problem
    answered_by: [options]
  - key: options
    letter: O
    name: Options
    wording: What can be done?
    point: option
    fields: [certainty, actors, deadline]
    expects: [certainty, addresses]
    links:
      addresses: [problem]
"""
