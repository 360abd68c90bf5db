/// The packaged server as a process, and the world it is given.
@NullMarked
package dev.shopbell.benchmark.program;

import org.jspecify.annotations.NullMarked;
