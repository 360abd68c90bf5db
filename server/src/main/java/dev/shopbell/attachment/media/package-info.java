/// Looks at the bytes somebody sent, says what they are, and makes of them what is safe to keep.
/// Knows no database and no HTTP, and trusts no number that a file claims.
@NullMarked
package dev.shopbell.attachment.media;

import org.jspecify.annotations.NullMarked;
