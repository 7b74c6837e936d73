package dev.slipway.template.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a template is read and which filters it may use beside nunjucks' own.
 *
 * @param variable the delimiters of an expression, {@code ${{ }}} in Backstage
 * @param block the delimiters of a tag
 * @param comment the delimiters of a comment
 * @param trimBlocks whether a tag swallows the line break after it
 * @param lstripBlocks whether a tag swallows the blanks before it on its line
 */
public record TemplateOptions(
        Delimiters variable,
        Delimiters block,
        Delimiters comment,
        boolean trimBlocks,
        boolean lstripBlocks,
        Map<String, Filter> filters,
        Limits limits) {

    /** Where something begins and ends. */
    public record Delimiters(String start, String end) {
        public Delimiters {
            if (start.isBlank() || end.isBlank()) {
                throw new IllegalArgumentException("A delimiter cannot be blank.");
            }
        }
    }

    private static final Delimiters BLOCK = new Delimiters("{%", "%}");
    private static final Delimiters COMMENT = new Delimiters("{#", "#}");

    public TemplateOptions {
        filters = Map.copyOf(filters);
    }

    /** Backstage's: expressions stand between {@code ${{} and {@code }}}. */
    public static TemplateOptions backstage() {
        return standard(new Delimiters("${{", "}}"));
    }

    /** nunjucks' own: expressions stand between {@code {{} and {@code }}}; also cookiecutter's. */
    public static TemplateOptions nunjucks() {
        return standard(new Delimiters("{{", "}}"));
    }

    private static TemplateOptions standard(Delimiters variable) {
        return new TemplateOptions(variable, BLOCK, COMMENT, false, false, Map.of(), Limits.STANDARD);
    }

    /** These options with other delimiters of expressions. */
    public TemplateOptions withVariable(String start, String end) {
        Delimiters other = new Delimiters(start, end);
        return new TemplateOptions(other, block, comment, trimBlocks, lstripBlocks, filters, limits);
    }

    /** These options with other delimiters of tags. */
    public TemplateOptions withBlock(String start, String end) {
        Delimiters other = new Delimiters(start, end);
        return new TemplateOptions(variable, other, comment, trimBlocks, lstripBlocks, filters, limits);
    }

    /** These options with other delimiters of comments. */
    public TemplateOptions withComment(String start, String end) {
        Delimiters other = new Delimiters(start, end);
        return new TemplateOptions(variable, block, other, trimBlocks, lstripBlocks, filters, limits);
    }

    /** These options with a filter more; a filter of nunjucks with the same name is replaced. */
    public TemplateOptions withFilter(String name, Filter filter) {
        Map<String, Filter> more = new LinkedHashMap<>(filters);
        more.put(name, filter);
        return new TemplateOptions(variable, block, comment, trimBlocks, lstripBlocks, more, limits);
    }

    public TemplateOptions withWhitespace(boolean trimBlocks, boolean lstripBlocks) {
        return new TemplateOptions(variable, block, comment, trimBlocks, lstripBlocks, filters, limits);
    }

    public TemplateOptions withLimits(Limits limits) {
        return new TemplateOptions(variable, block, comment, trimBlocks, lstripBlocks, filters, limits);
    }
}
