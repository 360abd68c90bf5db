package dev.shopbell.app.demo;

/// A customer of the demo's shop, from `shoppers.json`. Anybody may sign in as one.
record DemoShopper(String id, String name, String email) {}
