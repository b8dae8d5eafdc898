package io.assay.contracts;

import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** What identifies an account in every result. */
final class AccountKey {
  static final Field PLATFORM = required("platform", StringType, "platform in lower case");
  static final Field ACCOUNT_ID =
      required("account_id", StringType, "the platform's stable id of the account")
          .identifiesPerson();

  private AccountKey() {}
}
