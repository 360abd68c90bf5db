/// What tests share.
@NullMarked
package dev.shopbell.testkit;

import org.jspecify.annotations.NullMarked;
