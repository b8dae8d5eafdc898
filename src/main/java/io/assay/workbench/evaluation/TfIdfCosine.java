package io.assay.workbench.evaluation;

import io.assay.statistics.EngagementIndex;
import io.assay.statistics.PairScore;
import io.assay.statistics.Partners;

/**
 * Similarity of two actors: the cosine of their vectors of authors, an author's weight being posts
 * engaged x ln(actors / actors of the author) (Salton and Buckley, Term-weighting Approaches in
 * Automatic Text Retrieval, 1988). An actor's score is the mean of its five largest similarities,
 * of partners with at least three authors in common.
 */
record TfIdfCosine() implements PairScore {
  private static final long serialVersionUID = 1L;

  @Override
  public double of(EngagementIndex index, int actor, Partners partners) {
    for (int i = index.firstOf(actor); i < index.endOf(actor); i++) {
      int entry = index.entry(i);
      int author = index.objectAt(entry);
      double idf = Math.log((double) index.actors() / index.actorsOf(author));
      double weight = index.valueAt(entry) * idf;
      for (int e = index.firstIn(author); e < index.endIn(author); e++) {
        if (index.actorAt(e) != actor) {
          partners.meet(index.actorAt(e), author, weight * index.valueAt(e) * idf);
        }
      }
    }
    double[] similarities = new double[partners.count()];
    int n = 0;
    for (int i = 0; i < partners.count(); i++) {
      int partner = partners.partner(i);
      double lengths = index.normOf(actor) * index.normOf(partner);
      if (partners.shared(partner) >= LEAST_SHARED && lengths > 0) {
        similarities[n++] = partners.product(partner) / lengths;
      }
    }
    return Partners.meanOfLargest(similarities, n, LARGEST);
  }
}
