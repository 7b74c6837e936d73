package dev.slipway.scaffolding.action;

/**
 * How an action is used, as its page and Backstage's API show it.
 *
 * @param example YAML that can be pasted into a template
 */
public record ActionExample(String description, String example) {}
