package dev.slipway.scaffolding.action;

/**
 * Something that would make an action fail.
 *
 * @param input the key of the action's input
 */
public record InputProblem(String input, String message) {}
