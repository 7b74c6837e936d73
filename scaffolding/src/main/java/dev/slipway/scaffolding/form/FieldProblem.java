package dev.slipway.scaffolding.form;

/**
 * Something wrong with an answer.
 *
 * @param field the parameter's name; empty when no single field is to blame
 */
public record FieldProblem(String field, String message) {}
