package dev.slipway.builds.maven;

import dev.slipway.documents.tree.FileTree;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** {@code pom.xml} as far as it tells, without its parents, whether {@code mvn verify} leaves a jar that can be started. */
final class PomFile {

    private static final String NAME = "pom.xml";
    private static final Set<String> STARTERS = Set.of("mainClass", "Main-Class", "main.class", "start-class");
    private static final Set<String> PACKERS =
            Set.of("spring-boot-maven-plugin", "maven-shade-plugin", "maven-assembly-plugin", "quarkus-maven-plugin");

    private final Set<String> elements = new HashSet<>();
    private final Set<String> artifacts = new HashSet<>();
    private String packaging = "jar";

    private PomFile() {}

    /** Why no image will come of it; empty when nothing says so. */
    static Optional<String> obstacle(FileTree sources) {
        PomFile pom = new PomFile();
        try {
            pom.read(sources.read(NAME));
        } catch (XMLStreamException e) {
            return Optional.of(NAME + ", line " + e.getLocation().getLineNumber() + ", is no XML.");
        }
        return pom.obstacle();
    }

    private Optional<String> obstacle() {
        if (elements.contains("modules")) {
            return Optional.of(
                    NAME + " has modules: the jar that is started must be in target/ of the root, not of a module.");
        }
        if (!packaging.equals("jar")) {
            return Optional.of(NAME + " makes a " + packaging + ", not a jar that java -jar starts.");
        }
        boolean starts = elements.stream().anyMatch(STARTERS::contains)
                || artifacts.stream().anyMatch(PACKERS::contains);
        return starts
                ? Optional.empty()
                : Optional.of(NAME + " makes a jar without a Main-Class: java -jar cannot start it.");
    }

    private void read(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String name = reader.getLocalName();
                elements.add(name);
                if (name.equals("artifactId") || (name.equals("packaging") && depth == 2)) {
                    String text = reader.getElementText().strip();
                    depth--;
                    keep(name, text);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void keep(String element, String text) {
        if (element.equals("artifactId")) {
            artifacts.add(text);
        } else {
            packaging = text;
        }
    }
}
