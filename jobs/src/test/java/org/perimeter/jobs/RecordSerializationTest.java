// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.jobs.admit.AdmittedPost;
import org.perimeter.jobs.admit.BatchCounts;
import org.perimeter.jobs.alert.AlertSignal;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.fence.Candidate;
import org.perimeter.jobs.ingest.KeyedEvent;
import org.perimeter.jobs.ingest.PostKey;
import org.perimeter.jobs.source.Fetched;
import org.perimeter.jobs.tally.TallySnapshot;
import org.perimeter.policy.alerting.AlertEvidence;
import org.perimeter.policy.alerting.AlertMemory;
import org.perimeter.policy.model.post.Post;

import java.util.stream.Stream;

class RecordSerializationTest {

    @ParameterizedTest
    @MethodSource("records")
    void isWrittenWithoutKryo(Class<?> record) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(record);
    }

    @Test
    void looksAtEveryRecordOfTheModel() {
        assertThat(model()).hasSizeGreaterThan(20).contains(Post.class);
    }

    static Stream<Class<?>> records() {
        return Stream.concat(
                model(),
                Stream.of(
                        AlertMemory.class,
                        AlertSignal.class,
                        AlertEvidence.class,
                        BatchCounts.class,
                        Candidate.class,
                        ControlUpdate.class,
                        Fetched.class,
                        AdmittedPost.class,
                        KeyedEvent.class,
                        PostKey.class,
                        PostWrite.class,
                        TallySnapshot.class));
    }

    private static Stream<Class<?>> model() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.perimeter.policy.model")
                        .stream()
                        .filter(type -> type.isAssignableTo(Record.class))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::reflect);
    }
}
