package dev.slipway.entities;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlPointer;
import dev.slipway.documents.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/** Where in its file each value of a document stands. */
public final class Places {

    private final YamlMap document;
    private final int lineBefore;

    Places(YamlMap document, Chunk chunk) {
        this.document = document;
        this.lineBefore = chunk.line() - 1;
    }

    /**
     * Where a value stands, or the innermost one around it that is there.
     *
     * @param path of keys, and of items' numbers from 0
     */
    public Place of(List<String> path) {
        for (int depth = path.size(); depth > 0; depth--) {
            Optional<YamlValue> value = new YamlPointer(path.subList(0, depth)).find(document);
            if (value.isPresent()) {
                return inFile(value.get().place(), lineBefore);
            }
        }
        return inFile(document.place(), lineBefore);
    }

    static Place inFile(Place inDocument, int lineBefore) {
        return new Place(inDocument.file(), inDocument.line() + lineBefore, inDocument.column());
    }
}
