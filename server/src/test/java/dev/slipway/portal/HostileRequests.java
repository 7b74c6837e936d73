package dev.slipway.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody with bad intentions, or a program with a fault, could send to a route: one thing wrong at a time, so that
 * each is reached.
 *
 * @param known a value for each path variable that leads to something that is there
 */
record HostileRequests(Map<String, String> known) {

    /** @param body empty for none */
    record Request(String method, String path, String type, String body) {

        @Override
        public String toString() {
            return method + " " + brief(path) + " " + brief(body);
        }
    }

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(:[^}]*)?}");
    private static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    private static final List<String> TEXTS = List.of(
            "../../etc/passwd",
            "\0",
            "\uD83D\uDEA2 \u202E",
            "\"><script>alert(1)</script>",
            "-1",
            "99999999999999999999",
            "x".repeat(300),
            "a\nb");

    private static final List<String> LONG = List.of("x".repeat(10_000));

    private static final List<String> BODIES =
            List.of("", "null", "[]", "\"text\"", "7", "{", "{\"unknown\": 1}", "[".repeat(5_000));

    private static final List<Object> WRONG_TYPES =
            List.of(-1, 1e300, true, List.of(), List.of("x"), Map.of("x", Map.of()));

    Stream<Request> to(RequestMappingInfo route, HandlerMethod handler) {
        return route.getPatternValues().stream()
                .flatMap(pattern -> route.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> to(pattern, method, handler)));
    }

    private Stream<Request> to(String pattern, RequestMethod method, HandlerMethod handler) {
        String type = pattern.startsWith("/api/") || method != RequestMethod.POST ? JSON : FORM;
        String path = path(pattern, "", "");
        Stream<Request> paths = Stream.concat(
                hostilePaths(pattern).map(hostile -> new Request(method.name(), hostile, type, "")),
                Stream.of(new Request("PATCH", path, JSON, "{}")));
        if (method == RequestMethod.GET) {
            return Stream.concat(paths, forms(handler).map(form -> new Request("GET", path + "?" + form, JSON, "")));
        }
        Stream<String> bodies = type.equals(JSON) ? bodies(handler) : forms(handler);
        return Stream.concat(paths, bodies.map(body -> new Request(method.name(), path, type, body)));
    }

    private Stream<String> hostilePaths(String pattern) {
        List<String> names = VARIABLE.matcher(pattern)
                .results()
                .map(variable -> variable.group(1))
                .toList();
        return names.stream().flatMap(name -> TEXTS.stream().map(text -> path(pattern, name, text)));
    }

    /** The pattern's path, with something hostile for this variable. */
    private String path(String pattern, String hostile, String text) {
        return VARIABLE.matcher(pattern).replaceAll(variable -> {
            String name = variable.group(1);
            String value = name.equals(hostile) ? text : known.getOrDefault(name, "nobody");
            return Matcher.quoteReplacement((variable.group().startsWith("{*") ? "/" : "") + encoded(value));
        });
    }

    private static Stream<String> forms(HandlerMethod handler) {
        List<String> forms = new ArrayList<>(List.of("", "unknown=1", "=&&=%F0"));
        for (String field : fields(handler)) {
            Stream.concat(TEXTS.stream(), LONG.stream()).forEach(text -> forms.add(field + "=" + encoded(text)));
        }
        return forms.stream();
    }

    private static List<String> fields(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .flatMap(parameter -> parameter.getParameterType().isRecord()
                        ? components(parameter.getParameterType())
                        : Stream.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
                                .map(named -> named.name().isEmpty() ? name(parameter) : named.name()))
                .distinct()
                .toList();
    }

    private static String name(MethodParameter parameter) {
        return Objects.requireNonNull(parameter.getParameter().getName());
    }

    private static Stream<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(component -> component.getName());
    }

    private static Stream<String> bodies(HandlerMethod handler) {
        Stream<String> wrongFields = Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getParameterType)
                .filter(Class::isRecord)
                .flatMap(HostileRequests::components)
                .flatMap(field -> Stream.of(TEXTS, LONG, WRONG_TYPES)
                        .flatMap(List::stream)
                        .map(value -> JsonMapper.shared().writeValueAsString(Map.of(field, value))));
        return Stream.concat(BODIES.stream(), wrongFields);
    }

    static String brief(String text) {
        return text.length() <= 160 ? text : text.substring(0, 160) + "… (" + text.length() + " characters)";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
