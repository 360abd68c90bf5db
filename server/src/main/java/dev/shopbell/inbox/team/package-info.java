/// The doors to who works in a store: roles, members, invitations.
@NullMarked
package dev.shopbell.inbox.team;

import org.jspecify.annotations.NullMarked;
