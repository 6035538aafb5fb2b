"""The configuration: which rules look at a file, what they are told, and how bad a finding is.

A run asks `resolve.Configurations` for the `Settings` of each file, and `settings.applied`
for the rules of each document. Everything else here is imported only when there is a
configuration file to read, to show or to start.
"""
