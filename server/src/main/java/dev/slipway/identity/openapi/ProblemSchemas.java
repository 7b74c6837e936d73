package dev.slipway.identity.openapi;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

/** The shape of problem details (RFC 9457) as Slipway writes them. */
final class ProblemSchemas {

    static final String DETAILS = "ProblemDetails";

    private ProblemSchemas() {}

    static Content content() {
        return new Content()
                .addMediaType("application/problem+json", new MediaType().schema(new Schema<>().$ref(DETAILS)));
    }

    static Schema<?> details() {
        return new ObjectSchema()
                .addProperty("type", text("urn:slipway:problem: and the kind of the failure"))
                .addProperty("title", text("the kind, for people"))
                .addProperty("status", new IntegerSchema().description("the answer's status"))
                .addProperty("detail", text("all messages, joined"))
                .addProperty("instance", text("the path that was asked"))
                .addProperty("reference", text("finds the log entry of an unexpected failure"))
                .addProperty("problems", new ArraySchema().items(problem()))
                .addRequiredItem("type")
                .addRequiredItem("title")
                .addRequiredItem("status")
                .addRequiredItem("problems");
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("where", text("the field or parameter; missing when it concerns the whole"))
                .addProperty("message", text("what is wrong"))
                .addProperty("expected", text("what would have been right"))
                .addProperty("next", text("what to do now"))
                .addRequiredItem("message");
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }
}
