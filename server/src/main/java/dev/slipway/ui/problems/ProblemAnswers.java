package dev.slipway.ui.problems;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.ui.ProblemWriter;
import dev.slipway.ui.web.ShellFactory;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a report as problem details, plain text, fragment or page. */
@Component
class ProblemAnswers implements ProblemWriter {

    private static final String SECONDS_TO_TRY_AGAIN = "2";

    private final JsonMapper json;
    private final TemplateEngine templates;
    private final ShellFactory shells;

    ProblemAnswers(JsonMapper json, TemplateEngine templates, ShellFactory shells) {
        this.json = json;
        this.templates = templates;
        this.shells = shells;
    }

    @Override
    public void write(
            HttpServletRequest request, HttpServletResponse response, ProblemCode code, List<Problem> problems)
            throws IOException {
        write(request, response, ProblemReport.of(code, problems));
    }

    /** What has been sent already stays as it is. */
    void write(HttpServletRequest request, HttpServletResponse response, ProblemReport report) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(report.status());
        response.setHeader("Cache-Control", "no-store");
        if (report.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", Audience.scheme(request) + " realm=\"Slipway\"");
        }
        if (report.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", SECONDS_TO_TRY_AGAIN);
        }
        switch (Audience.of(request)) {
            case API -> send(response, "application/problem+json", json.writeValueAsString(details(request, report)));
            case BACKSTAGE -> send(response, "application/json", json.writeValueAsString(error(request, report)));
            case GIT -> send(response, "text/plain;charset=UTF-8", text(report));
            case FRAGMENT -> sendFragment(response, report);
            case BROWSER -> send(response, "text/html;charset=UTF-8", page(request, report));
        }
    }

    private static Map<String, Object> details(HttpServletRequest request, ProblemReport report) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("type", "urn:slipway:problem:" + report.code());
        details.put("title", report.title());
        details.put("status", report.status());
        details.put("detail", report.problems().stream().map(Problem::message).collect(Collectors.joining(" ")));
        details.put("instance", request.getRequestURI());
        if (report.reference() != null) {
            details.put("reference", report.reference());
        }
        details.put("problems", report.problems());
        return details;
    }

    /** Problem details with what Backstage's clients look for. Source: the package {@code @backstage/errors}. */
    private static Map<String, Object> error(HttpServletRequest request, ProblemReport report) {
        Map<String, Object> error = details(request, report);
        error.put(
                "error",
                Map.of(
                        "name",
                        HttpStatuses.backstageName(report.status()),
                        "message",
                        text(report).strip()));
        error.put("request", Map.of("method", request.getMethod(), "url", Audience.path(request)));
        error.put("response", Map.of("statusCode", report.status()));
        return error;
    }

    private static String text(ProblemReport report) {
        return report.problems().stream().map(Problem::toString).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Shown above the page's content, wherever the request wanted to put its result. */
    private void sendFragment(HttpServletResponse response, ProblemReport report) throws IOException {
        response.setHeader("HX-Retarget", "#problems");
        response.setHeader("HX-Reswap", "innerHTML show:window:top");
        response.setHeader("HX-Reselect", "#problem-report");
        response.setHeader("HX-Push-Url", "false");
        StringOutput fragment = new StringOutput();
        templates.render("ui/problems.jte", Map.of("problems", report.problems(), "title", report.title()), fragment);
        send(response, "text/html;charset=UTF-8", fragment.toString());
    }

    private String page(HttpServletRequest request, ProblemReport report) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("shell", report.outage() ? shells.bare(request) : shells.shell(request, Map.of()));
        values.put("status", report.status());
        values.put("title", report.title());
        values.put("problems", report.problems());
        values.put("reference", report.reference() == null ? "" : report.reference());
        values.put("back", FormPage.path(request).orElse(""));
        StringOutput page = new StringOutput();
        templates.render("ui/problem.jte", values, page);
        return page.toString();
    }

    private static void send(HttpServletResponse response, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
