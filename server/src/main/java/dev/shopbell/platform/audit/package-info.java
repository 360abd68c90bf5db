/// The audit trail: who did what when.
@NullMarked
package dev.shopbell.platform.audit;

import org.jspecify.annotations.NullMarked;
