package dev.slipway.catalog.pages.openapi;

import java.util.List;

/**
 * An OpenAPI definition (2 or 3), as far as people read it.
 *
 * @param servers where it answers
 * @param complete whether no operation was left out
 */
public record OpenApiDocument(
        String title,
        String version,
        String description,
        List<String> servers,
        List<Operation> operations,
        boolean complete) {

    /** @param method in capitals */
    public record Operation(
            String method,
            String path,
            String summary,
            String description,
            boolean deprecated,
            List<Parameter> parameters,
            List<Answer> body,
            List<Answer> responses) {}

    /** @param place {@code path}, {@code query}, {@code header}, {@code cookie} */
    public record Parameter(String name, String place, String type, boolean required, String description) {}

    /**
     * What is sent or answered.
     *
     * @param status empty for a request
     * @param types its media types with the names of their schemas
     */
    public record Answer(String status, String description, List<String> types) {}
}
