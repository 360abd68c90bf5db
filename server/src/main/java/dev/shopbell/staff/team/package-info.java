/// Who works in a store: roles, members, and who may change that.
@NullMarked
package dev.shopbell.staff.team;

import org.jspecify.annotations.NullMarked;
