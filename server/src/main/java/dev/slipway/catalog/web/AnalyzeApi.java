package dev.slipway.catalog.web;

import dev.slipway.catalog.LocationAnalysis;
import dev.slipway.catalog.LocationAnalysis.Suggestion;
import dev.slipway.catalog.Locations;
import dev.slipway.catalog.web.LocationShapes.Target;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a repository has for the catalog or could have, as Backstage's catalog answers it. */
@RestController
class AnalyzeApi {

    private final Locations locations;

    AnalyzeApi(Locations locations) {
        this.locations = locations;
    }

    /**
     * What is to be looked at.
     *
     * @param catalogFilename the name of the files that describe entities, where it is another than discovery's
     */
    record Question(@Nullable Target location, @Nullable String catalogFilename) {}

    record Answer(List<ExistingFile> existingEntityFiles, List<Generated> generateEntities) {}

    record ExistingFile(Spec location, boolean isRegistered, Map<String, @Nullable Object> entity) {}

    record Spec(String type, String target) {}

    record Generated(Map<String, @Nullable Object> entity, List<Field> fields) {}

    /** @param state {@code analysisSuggestedValue} or {@code needsUserInput} */
    record Field(String field, String state, @Nullable String value, String description) {

        static Field of(Suggestion suggestion) {
            return new Field(
                    suggestion.field(),
                    suggestion.value() == null ? "needsUserInput" : "analysisSuggestedValue",
                    suggestion.value(),
                    suggestion.reason());
        }
    }

    /** Nothing is made: it only looks. */
    @PostMapping("/api/catalog/analyze-location")
    @Access(Permission.CREATE_SERVICE)
    @ResponseStatus(HttpStatus.OK)
    Answer analyze(@RequestBody Question question) {
        if (question.location() == null) {
            throw Questions.invalid("location", "No location is given.", "{type: url, target: a repository's URL}");
        }
        LocationAnalysis found = locations.analyze(question.location().url("location."), question.catalogFilename());
        return new Answer(
                found.existing().stream()
                        .map(each -> new ExistingFile(
                                new Spec("url", each.target()),
                                each.registered(),
                                each.entity().document()))
                        .toList(),
                Stream.ofNullable(found.proposal())
                        .map(proposal -> new Generated(
                                proposal.entity(),
                                proposal.fields().stream().map(Field::of).toList()))
                        .toList());
    }
}
