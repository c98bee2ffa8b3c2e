/** First names that are frequent in Germany among people of working age: enough to notice a name, never proof of one. */
export const firstNames: ReadonlySet<string> = new Set(
  `achim adam agnes albert alexander alexandra alfred ali alina amelie andrea andreas angela angelika anja anke ann anna annalena anne
  annegret annette annika anton antonia arne arno astrid axel ayse barbara bastian beate ben benedikt benjamin bernd bernhard bert bettina
  bianca birgit birgitta björn bjoern boris brigitte britta bruno carina carla carmen carola carolin carsten charlotte christa christel
  christian christiane christina christine christoph claudia claus clemens cornelia dagmar daniel daniela david denise dennis detlef diana
  dieter dietmar dirk dominik doris dorothea eberhard eckhard edgar edith elena elfriede elias elisabeth elke ella emil emily emma emre
  erich erik erika ernst erwin esther eva evelyn fabian fatma felix ferdinand finn florian frank franz franziska frauke frederik friederike
  friedrich fritz gabriele georg gerald gerd gerhard gerlinde gernot gertrud gisela gottfried gregor greta gudrun guido günter guenter
  günther gunnar hanna hannah hannelore hannes hans harald hartmut hedwig heide heidi heike heiko heiner heinrich heinz helena helene helga
  helge hella helmut henning henrik herbert hermann hilde hildegard holger horst hubert hugo ida ilona ilse imke ina ines inga inge ingeborg
  ingo ingrid irene iris irmgard isabel isabell isabella jacqueline jakob jan jana janina janine jannik jennifer jens jessica joachim jochen
  johanna johannes jonas jonathan jörg joerg josef judith jule julia julian juliane jürgen juergen jutta kai karin karina karl karla karola
  karsten katarina katharina kathrin katja katrin kerstin kevin kirsten klara klaus konrad konstantin kristin kristina kurt lara lars laura
  lea lena lennard leo leon leonie lieselotte lina linda lisa lothar louis louisa luca lucas ludwig luisa lukas lutz lydia magdalena maik
  maike maja malte manfred manuel manuela marc marcel marco marcus margarete margit margret maria marianne marie marina mario marion marius
  markus marlene marlies martha martin martina mathias mathilde matthias max maximilian mehmet meike melanie melina merle mia michael michaela
  miriam mirko mohamed mohammed monika moritz murat mustafa nadine nadja nele nico nicole niels niklas nils nina nora norbert oliver olaf ole
  oskar otto pascal patricia patrick paul paula peggy peter petra phil philip philipp pia rainer ralf ralph ramona raphael regina reiner
  reinhard reinhold renate rené rene ricarda richard rita robert robin roland rolf roman ronny rosa rosemarie rudolf rüdiger ruediger ruth
  sabine sabrina sandra sara sarah sascha sebastian sibylle siegfried sigrid silke silvia simon simone sina sofia sofie sonja sophia sophie
  stefan stefanie steffen stephan stephanie sven svenja sylvia tanja tatjana theo theresa thilo thomas thorben thorsten till tim timo tina
  tobias tom torben torsten udo ulf ulla ulli ulrich ulrike ursula ute uta uwe valentin vanessa vera verena veronika viktor viktoria vincent
  volker waltraud walter wanda werner wilfried wilhelm willi wolf wolfgang yannick yasmin yvonne zeynep`
    .split(/\s+/)
    .filter(Boolean),
)
