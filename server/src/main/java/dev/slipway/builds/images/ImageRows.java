package dev.slipway.builds.images;

import dev.slipway.kernel.ImageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which images exist under which name, and their tags. A name is the path in the registry, for example {@code acme/pricing-api}. */
@Repository
public class ImageRows {

    private final JdbcClient database;

    public ImageRows(JdbcClient database) {
        this.database = database;
    }

    /** Adds the image and points the tag to it. */
    @Transactional
    public void add(String name, ImageDigest digest, String mediaType, String tag, Instant now) {
        database.sql("""
                        insert into builds_images (name, digest, media_type, stored_at, used_at) values (?, ?, ?, ?, ?)
                        on conflict (name, digest) do update set stored_at = excluded.stored_at
                        """)
                .params(name, digest.value(), mediaType, Timestamp.from(now), Timestamp.from(now))
                .update();
        database.sql("""
                        insert into builds_tags (name, tag, digest) values (?, ?, ?)
                        on conflict (name, tag) do update set digest = excluded.digest
                        """).params(name, tag, digest.value()).update();
    }

    /** Notes that the image is needed now; false when there is no such image. */
    public boolean use(String name, ImageDigest digest, Instant now) {
        return database.sql("update builds_images set used_at = ? where name = ? and digest = ?")
                        .params(Timestamp.from(now), name, digest.value())
                        .update()
                > 0;
    }

    /** The media type of the manifest; empty when there is no such image. */
    public Optional<String> mediaType(String name, ImageDigest digest) {
        return database.sql("select media_type from builds_images where name = ? and digest = ?")
                .params(name, digest.value())
                .query(String.class)
                .optional();
    }

    public Optional<ImageDigest> tagged(String name, String tag) {
        return database.sql("select digest from builds_tags where name = ? and tag = ?")
                .params(name, tag)
                .query(String.class)
                .optional()
                .map(ImageDigest::new);
    }

    public boolean known(String name) {
        return database.sql("select exists (select from builds_images where name = ?)")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    /** The tags after this one (empty for all), in lexical order as the distribution specification wants them. */
    public List<String> tags(String name, String after, int limit) {
        return database.sql(
                        "select tag from builds_tags where name = ? and tag collate \"C\" > ? order by tag collate \"C\" limit ?")
                .params(name, after, limit)
                .query(String.class)
                .list();
    }
}
