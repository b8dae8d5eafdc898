package io.assay.coordination.detection;

/**
 * How signs are shrunk towards nothing known, and what they add up to.
 *
 * @param usualKappa variation of rates that is taken for usual where nothing is known (.07)
 * @param usualDeviation standard deviation of that (.05)
 * @param evenKappa variation below which groups hardly differ in evenness (.03)
 * @param fewEvents events up to which evenness counts {@link SignWeights#mostEven} at most (500)
 * @param evenOfTenfold part by which it may count more for each ten times as many (1.5)
 * @param leastPairs pairs of times, or times, without which nothing is said of them (10)
 * @param usualPairs pairs of times at which synchrony counts half (20)
 * @param usualTimed times at which their spread counts half (50)
 * @param priorComments comments by which a group's share of stock is drawn to everybody's (5)
 * @param usualComments comments at which stock counts half (20)
 * @param strangersTie nats of a tie of strangers (1.6)
 * @param podsTie nats of a tie of a weak pod (2.2)
 * @param friends members of a large circle of friends (15)
 * @param pod weights of a pod's signs
 * @param farm weights of a farm's signs
 * @param accept probability from which a group is accepted (.7)
 */
record SignRules(
    double usualKappa,
    double usualDeviation,
    double evenKappa,
    double fewEvents,
    double evenOfTenfold,
    int leastPairs,
    double usualPairs,
    double usualTimed,
    double priorComments,
    double usualComments,
    double strangersTie,
    double podsTie,
    double friends,
    SignWeights pod,
    SignWeights farm,
    double accept) {}
