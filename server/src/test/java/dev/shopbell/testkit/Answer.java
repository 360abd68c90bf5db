package dev.shopbell.testkit;

import com.fasterxml.jackson.databind.JsonNode;

/// What the server answered.
public record Answer(int status, JsonNode body) {}
