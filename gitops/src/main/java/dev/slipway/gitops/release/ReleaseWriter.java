package dev.slipway.gitops.release;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.PatchedTree;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationSource;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.ReleaseEditor;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Revision;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.images.Decision;
import dev.slipway.gitops.images.ImageEditor;
import dev.slipway.gitops.images.ImageReader;
import dev.slipway.gitops.images.ImageReference;
import dev.slipway.gitops.images.ReleaseMark;
import dev.slipway.kustomize.KustomizeException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes a Release into a repository of any layout, exactly where the images of its environment are decided: digests, and the
 * commit as the revision of the Application's source where that is one, else in a mark beside each digest. What comes of it is
 * rendered before it is answered.
 */
public final class ReleaseWriter {

    private final Function<FileTree, Checkout> reader;

    /** @param reader reads a tree: the repository as it is, and as it would be */
    public ReleaseWriter(Function<FileTree, Checkout> reader) {
        this.reader = reader;
    }

    /** What has to change in this tree. */
    public ReleaseChange write(FileTree tree, WantedRelease wanted) {
        Checkout before = reader.apply(tree);
        Target found = Target.of(before, wanted);
        RenderedApplication target = found.application();
        if (target == null) {
            return new ReleaseChange.Refused(found.finding() == null ? List.of() : List.of(found.finding()));
        }
        if (new WrittenReleases(tree, before.sources())
                .of(target)
                .written()
                .filter(wanted::isIn)
                .isPresent()) {
            return new ReleaseChange.Files(new TreeMap<>());
        }
        try {
            return PinnedApplication.isOne(before, target, wanted)
                    ? rendered(
                            before,
                            target,
                            wanted,
                            PinnedApplication.write(before, target, wanted),
                            where(before, target))
                    : decided(before, target, wanted);
        } catch (YamlException e) {
            return new ReleaseChange.Refused(List.of(new Finding(e.place().toString(), e.reason(), "", "")));
        } catch (KustomizeException e) {
            return new ReleaseChange.Refused(Finding.from(e));
        }
    }

    private static String where(Checkout checkout, RenderedApplication target) {
        return new ImageReader(checkout.tree(), checkout.sources()).where(target.application());
    }

    private ReleaseChange decided(Checkout before, RenderedApplication target, WantedRelease wanted) {
        Places places = Places.of(before, target, wanted);
        if (!places.findings().isEmpty()) {
            return new ReleaseChange.Refused(places.findings());
        }
        SortedMap<String, String> texts = new TreeMap<>();
        places.decisions().forEach((decision, name) -> edit(decision, name, before.tree(), wanted, texts));
        pin(before, target, wanted, texts);
        return rendered(before, target, wanted, texts, places.where());
    }

    private ReleaseChange rendered(
            Checkout before,
            RenderedApplication target,
            WantedRelease wanted,
            SortedMap<String, String> texts,
            String where) {
        Checkout after = reader.apply(patched(before.tree(), texts));
        List<Finding> findings = new Consequences(before, after, wanted, texts.keySet(), where).findings(target);
        return findings.isEmpty() ? new ReleaseChange.Files(texts) : new ReleaseChange.Refused(findings);
    }

    private static void edit(
            Decision decision, String name, FileTree tree, WantedRelease wanted, Map<String, String> texts) {
        String file = decision.file();
        String text =
                texts.containsKey(file) ? texts.get(file) : tree.text(file).orElse("");
        ImageReference image =
                new ImageReference(name, wanted.label(), wanted.images().get(name));
        ReleaseMark mark = new ReleaseMark(wanted.repository(), wanted.commit());
        texts.put(file, ImageEditor.release(decision, text, image, mark));
    }

    /** A source that is a whole commit of the Release's own repository follows the Release. */
    private static void pin(
            Checkout before, RenderedApplication target, WantedRelease wanted, Map<String, String> texts) {
        Application application = target.application();
        ApplicationSource source = application.source();
        boolean follows = Revision.isWholeCommit(source.revision())
                && before.sources().identity(source.repositoryUrl()).equals(wanted.repository());
        if (!follows) {
            return;
        }
        String file = application.file();
        String text = texts.containsKey(file)
                ? texts.get(file)
                : before.tree().text(file).orElse("");
        String pointer = application.pointer(application.sources().indexOf(source));
        texts.put(file, ReleaseEditor.commit(file, text, application.name(), pointer, wanted.commit()));
    }

    private static FileTree patched(FileTree tree, Map<String, String> texts) {
        PatchedTree.Builder patched = PatchedTree.of(tree);
        texts.forEach((file, text) -> {
            FileContent content = FileContent.text(text);
            patched.put(
                    file,
                    tree.entry(file)
                            .map(each -> new FileContent(content.bytes(), each.mode()))
                            .orElse(content));
        });
        return patched.build();
    }
}
