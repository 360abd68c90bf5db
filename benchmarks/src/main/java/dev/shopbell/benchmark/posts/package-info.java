/// Posting, beside what PostgreSQL itself can do.
@NullMarked
package dev.shopbell.benchmark.posts;

import org.jspecify.annotations.NullMarked;
