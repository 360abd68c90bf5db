package dev.shopbell.platform.database;

/// Something that has happened for good. Announced to CDI observers of its type after the
/// transaction that made it so has committed; losing it must cost latency only.
public interface DomainEvent {}
