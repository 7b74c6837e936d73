package dev.slipway.cli.template;

import dev.slipway.documents.yaml.Place;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.lint.Lint;
import java.util.List;
import java.util.Locale;

/**
 * What lint finds in some templates, for machines to read.
 *
 * @param templates the templates' files
 */
public record LintReport(List<String> templates, List<Found> findings, long errors, long warnings) {

    public LintReport {
        templates = List.copyOf(templates);
        findings = List.copyOf(findings);
    }

    public static LintReport of(List<TemplateDirectory> templates, LocalActions actions) {
        List<Found> findings = templates.stream()
                .flatMap(template -> new Lint(actions.of(template.directory()))
                        .findings(template.file().toString(), template.text(), template.tree()).stream()
                                .map(finding -> Found.of(finding, template)))
                .distinct()
                .toList();
        return new LintReport(
                templates.stream().map(template -> template.file().toString()).toList(),
                findings,
                findings.stream().filter(Found::isError).count(),
                findings.stream().filter(finding -> !finding.isError()).count());
    }

    /**
     * A finding where it is.
     *
     * @param severity {@code error} or {@code warning}
     */
    public record Found(String severity, String file, int line, int column, String message) {

        static Found of(Finding finding, TemplateDirectory template) {
            Place place = template.shown(finding.place());
            return new Found(
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    place.file(),
                    place.line(),
                    place.column(),
                    finding.message());
        }

        /** {@code file:line:column}, as editors open it. */
        public String where() {
            return file + ":" + line + ":" + column;
        }

        boolean isError() {
            return severity.equals("error");
        }
    }
}
