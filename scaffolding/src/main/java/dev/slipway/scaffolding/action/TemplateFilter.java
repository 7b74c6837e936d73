package dev.slipway.scaffolding.action;

import dev.slipway.template.contract.Filter;

/**
 * A filter of one's own: {@code ${{ value | name(arguments) }}}, in template.yaml and in the files that {@code fetch:template}
 * renders. It works on its value and arguments alone; safe for use by several runs at once.
 */
public interface TemplateFilter extends Filter {

    /** Letters and digits. One of nunjucks' or Backstage's filters with the same name is replaced. */
    String name();

    /** What it makes of its value, in a sentence. */
    String description();
}
