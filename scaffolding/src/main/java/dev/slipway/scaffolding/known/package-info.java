/** Actions of hosts and engines that templates name, whether or not this program can carry them out. */
@org.jspecify.annotations.NullMarked
package dev.slipway.scaffolding.known;
